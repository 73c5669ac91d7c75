package com.skytill.platform.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an ID that its answer, its problems and its log lines carry. */
@Singleton
public final class RequestIds {

    /** The header that carries it, in and out. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = RequestIds.class.getName();
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            assign(context);
            context.next();
        });
    }

    /** The request's ID: the one it came with when that is usable, else a new one. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? assign(context) : id;
    }

    private static String assign(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && USABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        return id;
    }
}
