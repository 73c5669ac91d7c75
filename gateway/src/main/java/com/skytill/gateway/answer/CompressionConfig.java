package com.skytill.gateway.answer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which answers are compressed for callers that take it. */
@ConfigMapping(prefix = "skytill.gateway.compression")
public interface CompressionConfig {

    /** Off where something in front of the gateway compresses already. */
    @WithDefault("true")
    boolean enabled();

    /** From which size on: below, a packet is a packet, and the bytes saved are not worth the time. */
    @WithDefault("1K")
    MemorySize smallest();

    /** From 1 to 9: the low levels save nearly as much of JSON and CSV as the high ones, in a third of the time. */
    @WithDefault("3")
    int level();
}
