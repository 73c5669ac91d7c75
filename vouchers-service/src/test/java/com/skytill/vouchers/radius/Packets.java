package com.skytill.vouchers.radius;

import com.skytill.vouchers.VouchersTestResource;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;

import static io.restassured.RestAssured.given;

/** Sends packets as FreeRADIUS's rlm_rest writes them. */
final class Packets {

    private Packets() {}

    static Response login(String code, String device) {
        return send("authorize", Map.of("User-Name", code, "User-Password", code, "Calling-Station-Id", device));
    }

    /** The Class that an accepted login is answered with. */
    static String acceptedClass(Response accepted) {
        return "0x" + hex(accepted.then().statusCode(200).extract().jsonPath().getString("'reply:Class'.value[0]"));
    }

    static Response accounting(Map<String, Object> attributes) {
        return send("accounting", attributes);
    }

    static Response send(String section, Map<String, ?> attributes) {
        var body = new JsonObject();
        attributes.forEach((name, value) ->
                body.put(name, new JsonObject().put("type", "string").put("value", new JsonArray().add(value))));
        return given().header("Authorization", "Bearer " + VouchersTestResource.API_TOKEN)
                .contentType("application/json")
                .body(body.encode())
                .post("/radius/" + section);
    }

    private static String hex(String text) {
        if (text.startsWith("0x")) {
            return text.substring(2);
        }
        var hex = new StringBuilder();
        text.chars().forEach(c -> hex.append("%02x".formatted(c)));
        return hex.toString();
    }
}
