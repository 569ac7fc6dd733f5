// Before anything else: Dexie asks once, when it is loaded, whether there is an IndexedDB, and test
// files share what is loaded.
import 'fake-indexeddb/auto'
