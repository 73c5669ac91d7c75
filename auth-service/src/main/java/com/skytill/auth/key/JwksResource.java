package com.skytill.auth.key;

import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Publishes the keys that tokens are verified with. */
@Path("/oauth/jwks")
final class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces("application/json")
    public Uni<Response> keys() {
        return keys.published()
                .map(set -> Response.ok(set.toString())
                        .header("Cache-Control", "public, max-age=60")
                        .build());
    }
}
