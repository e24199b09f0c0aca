package org.coursewright.storage;

import java.io.IOException;

class LocalStorageTest extends PartialContract {

    @Override
    Storage process() throws IOException {
        return new LocalStorage(folder.resolve("storage"));
    }
}
