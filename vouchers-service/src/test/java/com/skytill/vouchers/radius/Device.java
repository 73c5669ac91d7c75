package com.skytill.vouchers.radius;

import com.skytill.vouchers.VouchersTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;

/**
 * A device behind a hotspot's router, as FreeRADIUS tells of it: one login, and the session that may follow.
 *
 * @param code what the customer types
 * @param mac the device
 * @param nas the router's NAS-Identifier
 * @param session the router's Acct-Session-Id
 * @param reference the Class that the login answered; null before
 */
public record Device(String code, String mac, String nas, String session, String reference) {

    public static Device of(String code, String mac) {
        return new Device(code, mac, "nas-" + mac, "s-" + mac, null);
    }

    public Device at(String otherNas) {
        return new Device(code, mac, otherNas, session, reference);
    }

    public Device in(String otherSession) {
        return new Device(code, mac, nas, otherSession, reference);
    }

    /** Logs in by PAP with the code as the password; does not say whether it worked. */
    public Response tryLogin() {
        return login(Map.of("User-Password", code));
    }

    Response login(Map<String, ?> more) {
        var attributes = base();
        attributes.putAll(more);
        return send("authorize", attributes);
    }

    /** Logs in, which must work, and keeps the Class. */
    public Device loggedIn() {
        JsonPath reply = tryLogin().then().statusCode(200).extract().jsonPath();
        return new Device(code, mac, nas, session, reply.getString("'reply:Class'.value[0]"));
    }

    public void start() {
        account("Start", Map.of()).then().statusCode(204);
    }

    /** Counters in bytes: up is the router's input. */
    public void interim(long seconds, long up, long down) {
        account("Interim-Update", counters(seconds, up, down)).then().statusCode(204);
    }

    public void stop(long seconds, long up, long down) {
        var more = new HashMap<>(counters(seconds, up, down));
        more.put("Acct-Terminate-Cause", "User-Request");
        account("Stop", more).then().statusCode(204);
    }

    Response account(String type, Map<String, ?> more) {
        var attributes = base();
        attributes.put("Acct-Status-Type", type);
        attributes.put("Acct-Session-Id", session);
        attributes.put("Acct-Unique-Session-Id", "unique-" + nas + session);
        attributes.put("Framed-IP-Address", "10.5.50.7");
        if (reference != null) {
            attributes.put("Class", reference);
        }
        attributes.putAll(more);
        return send("accounting", attributes);
    }

    static Map<String, Object> counters(long seconds, long up, long down) {
        return Map.of(
                "Acct-Session-Time",
                seconds,
                "Acct-Input-Octets",
                up & 0xFFFF_FFFFL,
                "Acct-Input-Gigawords",
                up >>> 32,
                "Acct-Output-Octets",
                down & 0xFFFF_FFFFL,
                "Acct-Output-Gigawords",
                down >>> 32);
    }

    static Response send(String path, Map<String, ?> attributes) {
        var json = new JsonObject();
        attributes.forEach((name, value) ->
                json.put(name, new JsonObject().put("type", "string").put("value", new JsonArray().add(value))));
        return given().header("Authorization", "Bearer " + VouchersTestResource.API_TOKEN)
                .contentType("application/json")
                .body(json.encode())
                .post("/radius/" + path);
    }

    private Map<String, Object> base() {
        var attributes = new HashMap<String, Object>();
        attributes.put("User-Name", code);
        attributes.put("NAS-IP-Address", "127.0.0.1");
        if (nas != null) {
            attributes.put("NAS-Identifier", nas);
        }
        if (mac != null) {
            attributes.put("Calling-Station-Id", mac);
        }
        return attributes;
    }
}
