"""Requests that no route takes: who holds the key hears 404, or 405 with every method of the address; others 401."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute

from services.common.web.problems import Problem
from services.intake import problems

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "MKCOL", "COPY", "MOVE")


def answer_heads(router: APIRouter) -> None:
    """Let HEAD be answered wherever GET is; the server leaves the body out."""
    for route, methods in _routes(router):
        if "GET" in methods:
            router.add_api_route(
                route.path,
                route.endpoint,
                methods=["HEAD"],
                response_class=route.response_class,
                response_model=None,
                include_in_schema=False,
            )


def answer_strays(router: APIRouter, resources: Iterable[APIRouter]) -> None:
    """Let `router` answer whatever none of `resources` does; call it last.

    An address with a slash too many is another address: what is redirected would be asked without its key.
    """
    routes = [route for resource in resources for route in _routes(resource)]

    def stray(request: Request) -> None:
        path = "/" + request.path_params.get("stray", "")
        methods = {method for route, taken in routes if route.path_regex.match(path) for method in taken}
        raise _not_allowed(request.method, methods) if methods else problems.not_found("주소가", "address")

    for path in ("", "/{stray:path}"):
        router.add_api_route(path, stray, methods=list(METHODS), response_model=None, include_in_schema=False)


def _routes(router: APIRouter) -> list[tuple[APIRoute, set[str]]]:
    return [(route, route.methods or set()) for route in router.routes if isinstance(route, APIRoute)]


def _not_allowed(method: str, methods: Iterable[str]) -> Problem:
    allowed = ", ".join(sorted(methods))
    return Problem(
        405,
        "METHOD_NOT_ALLOWED",
        f"이 주소에서 {method}은(는) 쓸 수 없습니다. 쓸 수 있는 메서드: {allowed}.",
        f"This address does not take {method}. It takes {allowed}.",
        headers={"Allow": allowed},
    )
