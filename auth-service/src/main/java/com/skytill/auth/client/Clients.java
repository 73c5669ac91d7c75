package com.skytill.auth.client;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.skytill.auth.password.Passwords;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the OAuth clients, and which of them proved to be one (RFC 6749 §2.3). */
@Singleton
public final class Clients {

    private final Map<String, OAuthClient.Internal> internal = new LinkedHashMap<>();
    private final Map<String, byte[]> internalSecrets = new LinkedHashMap<>();
    private final ClientStore store;
    private final Passwords passwords;

    Clients(InternalClientsConfig config, ClientStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
        config.clients()
                .forEach((id, client) -> client.secret().ifPresent(secret -> {
                    var permissions = permissions(id, client.permissions().orElse(List.of()));
                    internal.put(id, new OAuthClient.Internal(id, permissions, client.introspects()));
                    internalSecrets.put(id, secret.getBytes(StandardCharsets.UTF_8));
                }));
    }

    /** The registered client of that ID. */
    public Uni<Optional<OAuthClient.Registered>> find(String clientId) {
        return store.find(clientId).map(found -> found.map(ClientStore.WithSecret::client));
    }

    /** The client that showed that secret; fails with {@code invalid_client}, whatever is wrong. */
    public Uni<OAuthClient> authenticate(PlainClientSecret shown) {
        String clientId = shown.getClientID().getValue();
        String secret = shown.getClientSecret().getValue();
        if (internal.containsKey(clientId)) {
            boolean same =
                    MessageDigest.isEqual(internalSecrets.get(clientId), secret.getBytes(StandardCharsets.UTF_8));
            return same ? Uni.createFrom().item(internal.get(clientId)) : refused();
        }
        // PostgreSQL takes no NUL, and no client's name has a control character.
        var wanted = clientId.chars().anyMatch(Character::isISOControl)
                ? Uni.createFrom().item(Optional.<ClientStore.WithSecret>empty())
                : store.find(clientId);
        return wanted.flatMap(found -> {
            String hash = found.map(ClientStore.WithSecret::secretHash).orElse(null);
            return passwords
                    .matchesSecret(secret, hash)
                    .flatMap(same -> same
                            ? Uni.createFrom()
                                    .<OAuthClient>item(found.orElseThrow().client())
                            : refused());
        });
    }

    /** The public client of that ID, which has no secret to show; fails with {@code invalid_client}. */
    public Uni<OAuthClient> identify(String clientId) {
        return find(clientId)
                .flatMap(found -> found.filter(client -> !client.confidential())
                        .map(client -> Uni.createFrom().<OAuthClient>item(client))
                        .orElseGet(Clients::refused));
    }

    private static Set<Permission> permissions(String id, List<String> codes) {
        for (var code : codes) {
            if (Permission.find(code).isEmpty()) {
                throw new IllegalArgumentException(
                        "skytill.internal-clients." + id + ".permissions: there is no permission " + code);
            }
        }
        return Permission.ofCodes(codes);
    }

    private static Uni<OAuthClient> refused() {
        return Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_CLIENT));
    }
}
