package com.skytill.auth.authorize;

import com.skytill.auth.authorize.KnownRequests.Known;
import com.skytill.auth.page.Pages;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The form by which users prove who they are. */
@Singleton
final class SignInPage {

    private final Template template;
    private final Pages pages;

    SignInPage(@Location("sign-in.html") Template template, Pages pages) {
        this.template = template;
        this.pages = pages;
    }

    /** The empty form. */
    Response show(Known known, GoodRequest request, HttpHeaders headers) {
        return show(200, known, request, request.loginHint(), "", headers);
    }

    /**
     * The form again.
     *
     * @param fault what was wrong
     */
    Response again(int status, Known known, GoodRequest request, String username, String fault, HttpHeaders headers) {
        return show(status, known, request, username, fault, headers);
    }

    private Response show(
            int status, Known known, GoodRequest request, String username, String fault, HttpHeaders headers) {
        var page = template.data("client", known.client().name())
                .data("query", known.query())
                .data("username", username)
                .data("fault", fault);
        return pages.form(status, page, headers, request.target().redirectUrl());
    }
}
