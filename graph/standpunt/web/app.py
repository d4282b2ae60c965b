"""The web application: addresses, limits and headers. What an answer says is made elsewhere in this package."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Final

from anyio import CapacityLimiter, move_on_after, to_thread
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from standpunt import iri
from standpunt.errors import QueryError, QueryStopped, StandpuntError
from standpunt.store.children import Caller, asked_by
from standpunt.web import answers
from standpunt.web.answers import Reply, Site
from standpunt.web.current import Current
from standpunt.web.errors import Refused
from standpunt.web.limits import Limits
from standpunt.web.negotiate import HTML, PAGES, choose
from standpunt.web.pages import HERE, Page, policy
from standpunt.web.protocol import read_request

TRUNCATED: Final = "X-Standpunt-Truncated"
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "Cache-Control": "no-cache",
}


def make_app(directory: Path, limits: Limits | None = None) -> FastAPI:
    """Return the application that serves a graph directory, for reading only.

    Builds may go on beside it: each request sees the newest graph that is whole.

    Raises:
        StoreError: no build has ended there yet.
    """
    limits = limits or Limits()
    current = Current(directory)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        current.close()

    app = FastAPI(title="standpunt", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["Accept", "Content-Type"],
        expose_headers=[TRUNCATED],
    )
    _add_routes(app, Site(current, limits), limits)
    return app


def _add_routes(app: FastAPI, site: Site, limits: Limits) -> None:
    # Pages don't wait behind the queries of others.
    queries, pages = CapacityLimiter(limits.queries), CapacityLimiter(limits.queries)

    async def in_turn(request: Request, turns: CapacityLimiter, answer: Callable[..., Reply], *arguments: Any) -> Response:
        """Run what asks the store in a thread: a few at a time, nobody waits for ever, and nothing is run for who has left."""
        busy = Refused(503, "too many queries are waiting; try again in a moment", {"Retry-After": "5"}, problem="waiting")
        if turns.statistics().tasks_waiting >= limits.waiting:
            raise busy
        with move_on_after(limits.patience) as wait:
            await turns.acquire()
        if wait.cancelled_caught:
            raise busy
        try:
            if await request.is_disconnected():
                return Response(status_code=503)  # read by nobody
            return _response(await _while_there(request, answer, *arguments))
        finally:
            turns.release()

    def get(path: str) -> Callable[[Callable[..., Awaitable[Response]]], Callable[..., Awaitable[Response]]]:
        return app.api_route(path, methods=["GET", "HEAD"])

    @app.api_route("/sparql", methods=["GET", "HEAD", "POST"])
    @app.api_route("/sparql/", methods=["GET", "HEAD", "POST"])
    async def sparql(request: Request) -> Response:
        body = await _body(request, limits.body)
        content_type = request.headers.get("content-type", "")
        asked = read_request(request.method, request.scope["query_string"], content_type, body)
        accept = request.headers.get("accept")
        if asked.query is None:
            address = str(request.url.replace(query="", fragment=""))
            return _response(await to_thread.run_sync(site.service, address, accept, asked))
        return await in_turn(request, queries, site.sparql, accept, asked)

    @get("/id/{ident:path}")
    async def thing(request: Request, ident: str) -> Response:
        form = choose(PAGES, request.headers.get("accept"), request.query_params.get("format"))
        response = await in_turn(request, pages, site.thing, ident, form, request.query_params)
        response.headers["Link"] = f'<{iri.resource(ident)}>; rel="canonical"'
        return response

    @get("/")
    async def start(request: Request) -> Response:
        return await in_turn(request, pages, site.start, request.query_params)

    @get("/vragen/{name}")
    async def question(request: Request, name: str) -> Response:
        return await in_turn(request, queries, site.question, name, request.query_params)

    @get("/zoek")
    async def search(request: Request) -> Response:
        return await in_turn(request, pages, site.search, request.query_params)

    @get("/ontology")
    @get("/ontology/{file:path}")
    async def ontology(request: Request, file: str = "") -> Response:
        wanted = request.query_params.get("format")
        return _response(answers.ontology(file, request.headers.get("accept"), wanted, slash=request.url.path.endswith("/")))

    @get("/favicon.ico")
    async def icon(_: Request) -> Response:
        return FileResponse(HERE / "static" / "standpunt.svg")

    @app.exception_handler(StandpuntError)
    async def refused(request: Request, error: StandpuntError) -> Response:
        status = error.status if isinstance(error, Refused) else 503 if isinstance(error, QueryStopped) else 400
        if not isinstance(error, Refused | QueryError):
            status = 500
        return _refusal(request, status, error, error.headers if isinstance(error, Refused) else {})

    @app.exception_handler(HTTPException)
    async def not_found(request: Request, error: HTTPException) -> Response:
        headers = error.headers or {}
        if error.status_code != 405:
            problem = "no_page" if error.status_code == 404 else ""
            return _refusal(request, error.status_code, StandpuntError(str(error.detail), problem=problem), headers)
        allowed = ", ".join(sorted(headers.get("Allow", "").split(", ")))
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": f"{allowed}, OPTIONS"})
        told = f"{request.method}: this is for reading only; it takes {allowed}"
        return _refusal(request, 405, StandpuntError(told, problem="no_method", allowed=allowed), {"Allow": allowed})


async def _while_there(request: Request, answer: Callable[..., Reply], *arguments: Any) -> Reply:
    """Run in a thread what asks the store, and stop its queries when the connection is closed."""
    with closing(Caller()) as caller, asked_by(caller):  # a thread is given the context that it is started in
        watch = asyncio.create_task(_leave_with(request, caller))
        try:
            return await to_thread.run_sync(answer, *arguments)
        finally:
            watch.cancel()


async def _leave_with(request: Request, caller: Caller) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    caller.leave()


async def _body(request: Request, most: int) -> bytes:
    """Return the body of a request; what is too large is not read to its end."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise Refused(413, f"a request has at most {most} bytes", {"Connection": "close"}, problem="too_large", most=most)
    return bytes(body)


def _response(reply: Reply) -> Response:
    headers = {**_HEADERS, **reply.headers}
    if reply.truncated is not None:
        headers[TRUNCATED] = str(reply.truncated)
    text = reply.content.decode() if reply.own_script else ""
    headers["Content-Security-Policy"] = policy(text)
    kind = reply.media if reply.media.startswith("application/") else f"{reply.media}; charset=utf-8"
    return Response(reply.content, status_code=reply.status, headers=headers, media_type=kind)


def _refusal(request: Request, status: int, error: StandpuntError, headers: Mapping[str, str]) -> Response:
    """Return an error: a page for people, in their language; a line of text for programs."""
    if HTML.media in request.headers.get("accept", ""):
        given = request.query_params
        page, chosen = Page(given.get("lang")), {name: value for name, value in given.items() if name != "lang"}
        content = page.render("error.html", status=status, error=error, path=request.url.path, given=chosen, query=given.get("query"))
        return _response(Reply(content.encode(), HTML.media, status, headers))
    return _response(Reply(f"{error}\n".encode(), "text/plain", status, headers))
