package org.beffroi.correspondence.domain;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.util.Arrays;
import java.util.Properties;

/** A folder of an IMAP server, looked into now and then. */
final class ImapMailbox implements Mailbox {
    private final MailboxSettings settings;
    private final String protocol;
    private final Session session;

    ImapMailbox(MailboxSettings settings) {
        this.settings = settings;
        this.protocol = settings.tls() ? "imaps" : "imap";
        var properties = new Properties();
        var prefix = "mail." + protocol;
        properties.setProperty(prefix + ".connectiontimeout", "5000");
        properties.setProperty(prefix + ".timeout", "20000");
        properties.setProperty(prefix + ".writetimeout", "20000");
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        // Looking is not reading: a mail is marked when it is kept here, not before.
        properties.setProperty(prefix + ".peek", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        this.session = Session.getInstance(properties);
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public int each(int atMost, Taker taker) throws MessagingException {
        try (var store = session.getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                int taken = 0;
                for (var mail : Arrays.copyOf(unread, Math.min(atMost, unread.length))) {
                    taker.take(new MimeMessage((MimeMessage) mail));
                    mail.setFlag(Flags.Flag.SEEN, true);
                    taken++;
                }
                return taken;
            }
        }
    }
}
