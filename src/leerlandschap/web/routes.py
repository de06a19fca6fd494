# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The route list."""

from starlette.routing import BaseRoute, Mount, Route

from leerlandschap.screens.rendering import STATIC, assets_version
from leerlandschap.web import (
    accessibility,
    api,
    coach,
    follow_ups,
    gallery,
    health,
    landscape_documents,
    landscape_pages,
    links,
    login,
    organisation,
    printing,
    start,
    tallies,
    well_known,
    workshops,
)
from leerlandschap.web.house import House
from leerlandschap.web.pages import KeptForEver, switch_language, theme


def routes(house: House) -> list[BaseRoute]:
    """Everything there is to ask for, but for the raw ways in front (app.RAW)."""
    return [
        *landscape_documents.API_ROUTES,
        *api.ROUTES,
        *health.ROUTES,
        Route("/", start.home),
        Route("/workshops", start.make, methods=["POST"]),
        Route("/join", start.come_in, methods=["POST"]),
        Route("/j/{code}", start.invitation),
        Route("/k/{stream}/{key}", start.use_key),
        Route("/language/{language}", switch_language),
        Route("/w/{workshop}", workshops.participant),
        Route("/w/{workshop}/projector", workshops.projector),
        Route("/w/{workshop}/facilitator", workshops.facilitator),
        Route("/w/{workshop}/prepare", workshops.prepare),
        Route("/w/{workshop}/poster", workshops.poster),
        Route("/w/{workshop}/print/{kind}", printing.a_print),
        Route("/w/{workshop}/tallies", tallies.a_page),
        Route("/w/{workshop}/tallies", tallies.enter, methods=["POST"]),
        Route("/w/{workshop}/summary", workshops.summary),
        Route("/w/{workshop}/documents/{kind}", workshops.a_document),
        *landscape_documents.PAGE_ROUTES,
        *landscape_pages.ROUTES,
        Route("/coach", coach.advise, methods=["POST"]),
        *well_known.ROUTES,
        *login.ROUTES,
        *organisation.ROUTES,
        *links.ROUTES,
        *follow_ups.ROUTES,
        *accessibility.ROUTES,
        Route("/theme.css", theme),
        Mount(f"/static/{assets_version()}", KeptForEver(directory=STATIC)),
        *(gallery.ROUTES if house.gallery else ()),
    ]
