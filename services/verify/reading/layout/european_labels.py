"""French and Spanish labels, and the labels of the parts of a test, by the words that they are made of.

`Résultats publiés le`, `N° de candidat`, `Fecha de calificación`, `C. auditiva`, `Exp. escrita`: issuers word and
shorten them in ever other ways, from few words.
"""

from __future__ import annotations

import re

_OF = r"(?:(?:de|du|des|d|del|de la|de las|de los|de l|a la|au) )?"
_HOLDER = r"(?:candidat(?:e|o|a)?|titulaire|titular|interesad[oa]|examinand[oa]|inscrit[oe]?)"
_NUMBER = r"(?:numero|num|nro|nr|no|n o|n|code|codigo|cod|identifiant|id)"
_TEST = (
    r"(?:examen(?:es|s)?|epreuves?|session|passation|tests?|pruebas?|convocatoria|celebracion|realizacion)"
    r"(?: (?:d|de|du|del|des) \w+)?"
)
_RESULT = (
    r"(?:publication|publicacion|proclamation|deliberation|resultats?|resultados?|jury|calificacion(?:es)?|acta|notas)"
    r"(?: (?:du|de|des|del|de los|de las) \w+)?"
)
_ISSUE = (
    r"(?:delivrance|emission|etablissement|edition|impression|expedicion|emision|impresion)(?: (?:du|de la|del) \w+)?"
)
_ISSUE_OF = (
    r"(?:delivrance|emission|etablissement|edition|impression|expedicion|emision|impresion) (?:du|de la|de l|del) "
    r"(?:diplome|certificat|attestation|releve|document|diploma|certificado|certificacion|documento)"
)
_SCORE = r"(?: (?:comprehension|section|score|scores|test|part|points?))*"
_UNDERSTANDING = r"c(?:omp(?:r(?:ehension|ension)?)?)?"
_EXPRESSION = r"(?:[pe]|prod(?:uction)?|expr?(?:ression|resion)?)(?: (?:et|e) i(?:nter(?:action|accion)?)?)?"
_LABELS = {
    "name": (
        r"(?:noms?|apellidos?)(?: et| y)? (?:prenoms?|nombres?)|(?:prenoms?|nombres?)(?: et| y)? (?:noms?|apellidos?)|"
        rf"(?:nom|nombre)(?: y apellidos| et prenoms?)? "
        rf"(?:complet|completo|{_OF}{_HOLDER}|coreano|coreen|(?:en )coreano)"
    ),
    "birth_date": (
        r"(?:date|fecha|f)(?: et lieu| y lugar)?(?: de)? (?:naissance|nacimiento|nac)|naissance|nacimiento|"
        r"nee?(?: e)? le|nacid[oa](?: [oa])?(?: el)?"
    ),
    "test_date": (
        rf"(?:dates?|fechas?|f) {_OF}{_TEST}|(?:examen|pruebas?) (?:celebrad|realizad)[oa]s? el|"
        r"(?:session|convocatoria|examen|epreuves?) (?:du|del|de)|"
        r"(?:passee?|presentee?|celebrad[oa]|realizad[oa]) (?:le|el)"
    ),
    "announced_on": (
        rf"(?:date|fecha|f) {_OF}{_RESULT}|acta de (?:calificaciones|resultados|notas)|"
        r"(?:resultats|resultados)(?: (?:publies|publicados|proclames|communiques|definitivos))? (?:le|el|du|del)|"
        r"(?:publiee?s?|publicad[oa]s?) (?:le|el)|deliberation du jury(?: du| le)?|jury du|reunion du jury|"
        rf"(?:publication|publicacion|proclamation|proclamacion) {_OF}(?:resultats?|resultados?|notas?|notes?|"
        r"calificacion(?:es)?|acta)"
    ),
    "issued_on": (
        rf"(?:date|fecha) {_OF}{_ISSUE}|{_ISSUE_OF}|"
        r"(?:delivree?|etablie?|emise?|editee?|imprimee?|fait|expedid[oa]|emitid[oa]|impres[oa]|dad[oa]|hech[oa]) "
        r"(?:le|el)"
    ),
    "valid_until": r"(?:valable|valide) jusqu au|valid[oa] hasta(?: el)?|fecha de (?:caducidad|vencimiento)",
    "registration_no": (
        rf"{_NUMBER} {_OF}(?:{_HOLDER}|inscription|inscripcion|convocation)(?: au? \w+)?|"
        rf"inscrit[eo]?(?: [eao])? (?:sous|con|bajo|avec) (?:le|el) {_NUMBER}"
        rf"(?: {_OF}(?:{_HOLDER}|inscription|inscripcion))?|"
        r"(?:inscription|inscripcion) (?:numero|num|no|n o|n)|matricule|matricula|identifiant(?: \w+)?|"
        rf"{_NUMBER} {_OF}(?:immatriculation|matricula)"
    ),
    "score": (
        r"(?:note|nota|puntuacion|calificacion|resultat|resultado|score|total) "
        r"(?:total|totale|finale?|global|globale|obtenue?|obtenid[oa]|generale?)|somme|suma"
    ),
    "sections.listening": (
        rf"listening{_SCORE}|{_UNDERSTANDING}(?: de)? l oral|{_UNDERSTANDING} (?:orale|auditiva|oral)|auditiva"
    ),
    "sections.reading": (
        rf"reading{_SCORE}|{_UNDERSTANDING} {_OF}(?:ecrite?s?|lectura|lectora|escrita|textos)|lectura"
    ),
    "sections.writing": rf"writing{_SCORE}|{_EXPRESSION} (?:ecrites?|escritas?)|escritura",
    "sections.speaking": rf"speaking{_SCORE}|{_EXPRESSION} orale?s?",
}
_BESIDE = {
    "test_date": r"session|convocatoria",
    "announced_on": r"resultats?|resultados?|publication|publicacion|proclamation|proclamacion",
    "issued_on": r"delivrance|emission|expedicion|emision",
    "registration_no": r"inscription|inscripcion|matricule|matricula",
}
"""Words too short to be a label alone, which they are beside the same in another language."""
_BESIDES = {field: re.compile(pattern) for field, pattern in _BESIDE.items()}
_PATTERNS = {field: re.compile(pattern) for field, pattern in _LABELS.items()}
FIELDS = frozenset(_LABELS)
"""Fields whose labels are known here."""


def says(field: str, words: str, *, beside: bool = False) -> bool:
    """Whether `words`, lower case, without accents and signs and with single spaces, are a label of `field`.

    `beside` the same label in another language fewer words do.
    """
    patterns = [_PATTERNS.get(field), _BESIDES.get(field) if beside else None]
    return any(pattern is not None and pattern.fullmatch(words) is not None for pattern in patterns)
