use std::{
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
};

use crate::disk::Lock;

#[test]
fn second_taker_waits_and_hears_on_whom() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let first = Lock::take(&cache, "posra build", &mut |_| panic!("nobody holds it")).unwrap();
    let released = AtomicBool::new(false);
    let (heard, hears) = mpsc::channel();
    thread::scope(|scope| {
        let second = scope.spawn(|| {
            let lock =
                Lock::take(&cache, "posra serve", &mut |holder| heard.send(holder.to_owned()).unwrap())
                    .unwrap();
            assert!(released.load(Ordering::SeqCst), "taken while it was held");
            lock
        });
        let holder = hears.recv_timeout(std::time::Duration::from_secs(20)).unwrap();
        assert!(holder.starts_with("posra build (process "), "{holder}");
        released.store(true, Ordering::SeqCst);
        drop(first);
        second.join().unwrap();
    });
    Lock::take(&cache, "posra build", &mut |_| panic!("a dropped lock is free")).unwrap();
}

#[test]
fn its_clock_does_not_go_back() {
    let folder = tempfile::tempdir().unwrap();
    let lock = Lock::take(folder.path(), "posra build", &mut |_| ()).unwrap();
    assert!(lock.began() > 1_600_000_000_000_000_000);
    assert!(lock.now().unwrap() >= lock.began());
}
