package com.skytill.gateway.caller;

import io.smallrye.config.ConfigMapping;

import java.util.List;
import java.util.Optional;

/** Whose word on the original caller the gateway takes. */
@ConfigMapping(prefix = "skytill.gateway.forwarded")
interface ForwardedConfig {

    /** Addresses or CIDR blocks of the ingress in front of the gateway; absent: nobody's X-Forwarded-* are believed. */
    Optional<List<String>> trustedProxies();
}
