package com.skytill.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The defaults that an operator gets who configures nothing: changing one is a change of behaviour. */
class ConfigDefaultsTest {

    @Test
    void defaultsAreThese() throws ClassNotFoundException {
        var defaults = new TreeMap<String, String>();
        for (String name : new String[] {
            "access.AccessConfig",
            "token.TokenConfig",
            "rate.RateConfig",
            "load.LoadConfig",
            "answer.CompressionConfig",
            "body.BodyConfig",
            "proxy.UpstreamConfig",
            "caller.ForwardedConfig",
            "route.ApiConfig",
            "contract.ContractConfig"
        }) {
            var config = Class.forName("com.skytill.gateway." + name);
            String prefix = config.getAnnotation(ConfigMapping.class).prefix().replace("skytill.gateway.", "");
            Arrays.stream(config.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(WithDefault.class))
                    .forEach(method -> defaults.put(prefix + "." + method.getName(), value(method)));
        }
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("access-log.enabled", "true"),
                        Map.entry("token.maxAge", "9s"),
                        Map.entry("token.refusedAge", "1s"),
                        Map.entry("token.remembered", "10000"),
                        Map.entry("token.introspectionTimeout", "3s"),
                        Map.entry("token.introspectionsAtOnce", "256"),
                        Map.entry("rate.clientPerSecond", "200"),
                        Map.entry("rate.clientBurst", "1000"),
                        Map.entry("rate.addressPerSecond", "50"),
                        Map.entry("rate.addressBurst", "500"),
                        Map.entry("rate.remembered", "20000"),
                        Map.entry("compression.enabled", "true"),
                        Map.entry("compression.smallest", "1K"),
                        Map.entry("compression.level", "3"),
                        Map.entry("load.requests", "2000"),
                        Map.entry("load.bodies", "64M"),
                        Map.entry("body.answerLimit", "256M"),
                        Map.entry("upstream.failures", "5"),
                        Map.entry("upstream.aside", "500ms"),
                        Map.entry("upstream.longestAside", "8s"),
                        Map.entry("body.limit", "1M"),
                        Map.entry("upstream.connectTimeout", "10s"),
                        Map.entry("upstream.idleTimeout", "60s"),
                        Map.entry("upstream.keepAlive", "30s"),
                        Map.entry("upstream.connections", "64"),
                        Map.entry("upstream.waiting", "256"),
                        Map.entry("api.updatesByGet", "true"),
                        Map.entry("api.tokensInUrls", "true"),
                        Map.entry("contract.folder", "contract"),
                        Map.entry("contract.services", "auth,products,customers,vouchers,leads"))),
                defaults);
    }

    private static String value(Method method) {
        return method.getAnnotation(WithDefault.class).value();
    }
}
