package com.skytill.auth.authorize;

import com.skytill.auth.authorize.KnownRequests.Known;
import com.skytill.auth.consent.Wishes;
import com.skytill.auth.page.Pages;
import com.skytill.auth.session.BrowserSession;
import com.skytill.auth.user.Users;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.net.URI;

/** Asks the user whether a client may act for them, and says what that means. */
@Singleton
final class ConsentPage {

    private final Template template;
    private final Pages pages;
    private final Users users;

    ConsentPage(@Location("consent.html") Template template, Pages pages, Users users) {
        this.template = template;
        this.pages = pages;
        this.users = users;
    }

    Uni<Response> show(Known known, GoodRequest request, BrowserSession session, HttpHeaders headers) {
        String address = request.target().redirectUrl();
        return users.find(session.userId()).map(found -> {
            var user = found.orElseThrow();
            var page = template.data("client", known.client().name())
                    .data("query", known.query())
                    .data("user", user.name())
                    .data("username", user.username())
                    .data("site", site(address))
                    .data("wishes", Wishes.of(request.scope(), user.permissions()));
            return pages.form(200, page, headers, address);
        });
    }

    private static String site(String address) {
        var url = URI.create(address);
        return url.getHost() == null ? url.getScheme() : url.getHost();
    }
}
