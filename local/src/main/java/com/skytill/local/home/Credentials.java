package com.skytill.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * What a consumer needs to call a running suite, as kept in {@code credentials.json}.
 *
 * @param gatewayUrl the one address of the API, without trailing slash
 * @param username the first administrator
 * @param password the administrator's password
 * @param clientId the administrator's OAuth client
 * @param clientSecret that client's secret
 * @param accessToken a token that is valid now; renewed in the file while the suite runs
 * @param radius where RADIUS listens; null when FreeRADIUS is not installed
 */
public record Credentials(
        String gatewayUrl,
        String username,
        String password,
        String clientId,
        String clientSecret,
        String accessToken,
        RadiusAccess radius) {

    /**
     * Where a NAS sends RADIUS to.
     *
     * @param authPort UDP port for logins
     * @param acctPort UDP port for accounting
     * @param secret shared secret of the NAS
     */
    public record RadiusAccess(String host, int authPort, int acctPort, String secret) {}

    /** The same credentials with a newer token. */
    public Credentials withAccessToken(String newer) {
        return new Credentials(gatewayUrl, username, password, clientId, clientSecret, newer, radius);
    }

    /** Writes the file, mode 0600. */
    public void write(Path file) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        members.put("gateway_url", gatewayUrl);
        members.put("username", username);
        members.put("password", password);
        members.put("client_id", clientId);
        members.put("client_secret", clientSecret);
        members.put("access_token", accessToken);
        if (radius != null) {
            members.put("radius_host", radius.host());
            members.put("radius_auth_port", radius.authPort());
            members.put("radius_acct_port", radius.acctPort());
            members.put("radius_secret", radius.secret());
        }
        Json.write(file, members);
    }

    /**
     * Reads the file that a running suite keeps.
     *
     * @throws NoSuchFileException when no suite has been started here
     */
    public static Credentials read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var members = Json.read(file);
        var radius = members.containsKey("radius_host")
                ? new RadiusAccess(
                        members.get("radius_host"),
                        Integer.parseInt(members.get("radius_auth_port")),
                        Integer.parseInt(members.get("radius_acct_port")),
                        members.get("radius_secret"))
                : null;
        return new Credentials(
                members.get("gateway_url"),
                members.get("username"),
                members.get("password"),
                members.get("client_id"),
                members.get("client_secret"),
                members.get("access_token"),
                radius);
    }
}
