package org.beffroi.files.domain;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** A ZIP archive with AES-256 (WinZip AE-2), written as it goes. */
final class LockedArchive implements AutoCloseable {
    private final ZipOutputStream zip;

    LockedArchive(OutputStream to, String password) throws IOException {
        this.zip = new ZipOutputStream(to, password.toCharArray());
    }

    /** The next entry, to be written before another one is asked for. */
    OutputStream entry(String name) throws IOException {
        var parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setCompressionLevel(CompressionLevel.FASTEST);
        zip.putNextEntry(parameters);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.closeEntry();
        zip.close();
    }
}
