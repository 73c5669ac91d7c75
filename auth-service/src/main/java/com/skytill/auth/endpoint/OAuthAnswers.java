package com.skytill.auth.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemTable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Answers in OAuth's own form (RFC 6749 §5), never cached. */
@Singleton
public final class OAuthAnswers {

    private final ProblemTable table;

    OAuthAnswers(ProblemTable table) {
        this.table = table;
    }

    /** What can fail while a request is read. */
    @FunctionalInterface
    public interface Work {
        Uni<Response> run() throws GeneralException;
    }

    /** Runs the work; what fails is answered as an OAuth error. */
    public Uni<Response> answering(Work work) {
        return Uni.createFrom()
                .deferred(() -> {
                    try {
                        return work.run();
                    } catch (GeneralException refused) {
                        return Uni.createFrom().failure(refused);
                    }
                })
                .onFailure()
                .recoverWithItem(this::error);
    }

    /** A successful answer. */
    public static Response ok(JsonObject body) {
        return uncached(200).entity(body.encode()).build();
    }

    private Response error(Throwable failure) {
        if (failure instanceof GeneralException refused && refused.getErrorObject() != null) {
            return error(refused.getErrorObject());
        }
        return table.of(failure).code() == ProblemCode.UPSTREAM_UNAVAILABLE
                ? error(OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(503))
                : error(OAuth2Error.SERVER_ERROR);
    }

    private static Response error(ErrorObject error) {
        var body = new JsonObject().put("error", error.getCode());
        if (error.getDescription() != null) {
            body.put("error_description", error.getDescription());
        }
        var builder = uncached(error.getHTTPStatusCode());
        if (error.getHTTPStatusCode() == 401) {
            builder.header("WWW-Authenticate", "Basic realm=\"skytill\"");
        }
        return builder.entity(body.encode()).build();
    }

    private static Response.ResponseBuilder uncached(int status) {
        return Response.status(status)
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache");
    }
}
