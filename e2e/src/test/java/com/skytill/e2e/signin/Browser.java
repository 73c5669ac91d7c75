package com.skytill.e2e.signin;

import com.skytill.e2e.token.OAuth;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough of a browser for a sign-in page: cookies, one form a page, redirects up to a given address. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b([^>]*)>", Pattern.DOTALL);
    private static final int STEPS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String stopAt;
    private HttpResponse<String> page;

    /**
     * A browser that does not go on to an address.
     *
     * @param stopAt what that address begins with: the client's own page, which no server stands behind
     */
    Browser(String stopAt) {
        this.stopAt = stopAt;
    }

    /** Opens an address and follows its redirects. */
    void open(URI address) throws IOException, InterruptedException {
        page = follow(HttpRequest.newBuilder(address).GET().build());
    }

    /** Fills the page's form and sends it; what is not given keeps the page's value. */
    void submit(Map<String, String> values) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("There is no form: " + page.statusCode() + " " + page.body());
        }
        var fields = new LinkedHashMap<String, String>();
        Matcher field = FIELD.matcher(form.group(2));
        while (field.find()) {
            var name = attribute(field.group(1), "name");
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, attribute(field.group(1), "value"));
            }
        }
        fields.putAll(values);
        var action = attribute(form.group(1), "action");
        page = follow(HttpRequest.newBuilder(page.uri().resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin(page.uri()))
                .POST(BodyPublishers.ofString(OAuth.encode(fields)))
                .build());
    }

    boolean hasForm() {
        return !isAtEnd() && FORM.matcher(page.body()).find();
    }

    /** Whether the last redirect goes where the browser stops. */
    boolean isAtEnd() {
        return location(page).startsWith(stopAt);
    }

    /** Where the last redirect goes to. */
    URI end() {
        return URI.create(location(page));
    }

    HttpResponse<String> page() {
        return page;
    }

    private HttpResponse<String> follow(HttpRequest first) throws IOException, InterruptedException {
        var response = http.send(first, BodyHandlers.ofString());
        for (int step = 0; step < STEPS && isRedirect(response); step++) {
            var next = response.uri().resolve(location(response));
            response = http.send(HttpRequest.newBuilder(next).GET().build(), BodyHandlers.ofString());
        }
        return response;
    }

    private boolean isRedirect(HttpResponse<String> response) {
        return response.statusCode() / 100 == 3 && !location(response).startsWith(stopAt);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String attribute(String attributes, String name) {
        var matcher = Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? unescaped(matcher.group(1)) : "";
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
