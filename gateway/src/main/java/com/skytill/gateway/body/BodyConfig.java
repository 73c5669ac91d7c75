package com.skytill.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Map;

/** How large a request's body may be. */
@ConfigMapping(prefix = "skytill.gateway.body")
public interface BodyConfig {

    /** The limit of every operation without its own, and of what goes straight to auth-service. */
    @WithDefault("1M")
    MemorySize limit();

    /** Operations with a limit of their own: those that import a whole file. */
    Map<String, MemorySize> operations();
}
