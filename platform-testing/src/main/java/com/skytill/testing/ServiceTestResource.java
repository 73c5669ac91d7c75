package com.skytill.testing;

import com.skytill.testing.postgres.TestPostgres;
import com.skytill.testing.token.TestIssuer;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Gives every {@code @QuarkusTest} what its service needs from outside: a database with its schema and roles, an issuer of
 * tokens, keys. Found through the service loader, so that a test names nothing.
 */
public final class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start();
        var config = new HashMap<String, String>();
        config.put("skytill.public-url", TestToken.ISSUER);
        config.put("skytill.auth.url", issuer.url());
        config.put("skytill.client.id", "test");
        config.put("skytill.client.secret", "test");
        config.put("skytill.encryption-keys", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        String schema = serviceProperties().getProperty("skytill.schema");
        if (schema != null) {
            config.putAll(TestPostgres.serve(schema));
        }
        return config;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }

    private static Properties serviceProperties() {
        var properties = new Properties();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }
}
