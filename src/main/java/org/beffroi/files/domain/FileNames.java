package org.beffroi.files.domain;

import java.util.regex.Pattern;

/** What senders call their files, made harmless. */
final class FileNames {
    private static final int LONGEST = 200;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
    /** Nothing that turns, hides or ends what others read, and nothing that a file system takes for its own. */
    private static final Pattern STRANGE = Pattern.compile("[\\p{C}<>:\"|?*]");

    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}");

    private FileNames() {}

    /** The last part of a path, at most 200 characters, its extension kept; never empty, and never one that is hidden. */
    static String clean(String typed) {
        var name = STRANGE.matcher(PATH.matcher(typed.replace('\n', ' ')).replaceFirst(""))
                .replaceAll("")
                .strip()
                .replaceFirst("^\\.+", "");
        if (name.isEmpty()) {
            return "file";
        }
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }

    static String type(String typed) {
        return TYPE.matcher(typed).matches() ? typed : "application/octet-stream";
    }
}
