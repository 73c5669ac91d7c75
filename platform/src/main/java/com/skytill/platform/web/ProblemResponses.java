package com.skytill.platform.web;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemTable;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the JAX-RS resources the same problems as the operations. */
@Provider
final class ProblemResponses implements ExceptionMapper<Throwable> {

    private final ProblemTable table;
    private final ProblemWriter writer;
    private final RoutingContext context;

    ProblemResponses(ProblemTable table, ProblemWriter writer, RoutingContext context) {
        this.table = table;
        this.writer = writer;
        this.context = context;
    }

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = table.of(failure);
        boolean showedToken = context.request().getHeader("Authorization") != null;
        var response = Response.status(problem.code().status());
        ProblemWriter.headers(problem, showedToken).forEach(response::header);
        return response.entity(writer.body(problem, RequestIds.of(context))).build();
    }
}
