package com.skytill.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Map;

/** How large bodies may be. */
@ConfigMapping(prefix = "skytill.gateway.body")
public interface BodyConfig {

    /** The limit of every operation without its own, and of what goes straight to auth-service. */
    @WithDefault("1M")
    MemorySize limit();

    /** Operations with a limit of their own: those that import a whole file. */
    Map<String, MemorySize> operations();

    /** The limit of every answer without its own: far above the largest report, far below what nobody can read. */
    @WithDefault("256M")
    MemorySize answerLimit();

    /** Operations whose answers have a limit of their own. */
    Map<String, MemorySize> answers();
}
