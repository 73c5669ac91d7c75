package com.skytill.auth.signout;

import com.skytill.auth.page.Pages;
import com.skytill.auth.session.Cookies;
import com.skytill.auth.session.Sessions;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Ends the browser's session: by a form, so that nobody is signed out by a stranger's link. */
@Path("/oauth/sign-out")
final class SignOutResource {

    private final Template page;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Pages pages;

    SignOutResource(@Location("sign-out.html") Template page, Sessions sessions, Cookies cookies, Pages pages) {
        this.page = page;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** Asks. */
    @GET
    public Response ask(@Context HttpHeaders headers) {
        return pages.form(200, page.data("done", false), headers, null);
    }

    /** Signs out. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> signOut(@FormParam("token") String token, @Context HttpHeaders headers) {
        if (!pages.ours(token, headers)) {
            return Uni.createFrom().item(pages.notOurs());
        }
        return sessions.end(cookies.session(headers))
                .replaceWith(() -> Response.fromResponse(
                                pages.plain(200, page.data("done", true).data("token", "")))
                        .cookie(cookies.noSession())
                        .build());
    }
}
