package com.skytill.gateway.cors;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;
import java.util.Set;

/** Whose pages may call from a browser. */
@ConfigMapping(prefix = "skytill.gateway.cors")
interface CorsConfig {

    /** Exact origins, as https://app.example.org; absent: none. */
    Optional<Set<String>> origins();
}
