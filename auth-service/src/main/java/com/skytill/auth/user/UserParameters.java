package com.skytill.auth.user;

import com.skytill.auth.password.Passwords;
import com.skytill.auth.word.KnownWords;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What adding and changing a user, and its password, read alike. */
public final class UserParameters {

    private static final int LEAST_PASSWORD = 12;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]+");
    private static final List<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::code).toList();

    private UserParameters() {}

    static Parameter<String> username(ParameterReader in) {
        return in.text("username", "What the user signs in with, unique in whatever case; it can't be changed later")
                .min(3)
                .max(100)
                .matching(USERNAME, "must be letters, digits, points, underscores, dashes and at signs")
                .example("thandi");
    }

    static Parameter<String> name(ParameterReader in) {
        return in.text("name", "The user's own name").max(100).example("Thandi Mokoena");
    }

    static Parameter<String> email(ParameterReader in) {
        return in.email("email", "The user's e-mail address");
    }

    /** With what each includes; null when absent. */
    static Set<Permission> permissions(ParameterReader in) {
        var codes = KnownWords.readOrNone(
                in, "permissions", "What the user may do, each _write with its _read", PERMISSIONS);
        return codes == null ? null : Permission.ofCodes(codes);
    }

    /** A password that somebody chose. */
    public static Parameter<String> password(ParameterReader in, String text) {
        return in.text("password", text + "; no spaces at its ends")
                .min(LEAST_PASSWORD)
                .which(password -> !Passwords.tooLong(password), "must have at most 72 bytes as UTF-8")
                .secret()
                .example("correct horse battery staple");
    }

    static boolean same(String password, String username) {
        return password != null && password.equalsIgnoreCase(username);
    }
}
