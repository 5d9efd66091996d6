//! Work on several threads, results in the order of the work.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::sync_channel;

/// Results that may wait for an earlier one, for each thread: bounds the memory, however many the files.
const AHEAD: usize = 8;

/// Calls `work` on the items in parallel and `sink` on the results, in the order of the items, as they become ready.
/// `sink` runs on the calling thread; its first error ends everything.
pub fn in_order<T, R, E>(
    items: Vec<T>,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send,
    R: Send,
    E: From<io::Error>,
{
    if items.len() <= 1 || jobs == 1 {
        return items.into_iter().try_for_each(|item| sink(work(item)));
    }
    // More threads than items would only stand about.
    let threads = jobs.min(items.len());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
    let window = pool.current_num_threads() * AHEAD;
    let work = &work;
    pool.in_place_scope_fifo(|scope| {
        let mut waiting = VecDeque::with_capacity(window);
        let mut items = items.into_iter();
        loop {
            while waiting.len() < window {
                let Some(item) = items.next() else { break };
                let (send, receive) = sync_channel(1);
                waiting.push_back(receive);
                // The receiver is gone only after an error of the sink; the result is then of no interest.
                scope.spawn_fifo(move |_| drop(send.send(work(item))));
            }
            let Some(next) = waiting.pop_front() else { return Ok(()) };
            match next.recv() {
                Ok(result) => sink(result)?,
                // The worker panicked: leaving the scope carries the panic on.
                Err(_) => return Ok(()),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn order_is_kept_whatever_takes_longest() {
        let work = |n: u64| {
            std::thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 9 } else { 0 }));
            n
        };
        for jobs in [0, 1, 2, 5] {
            let mut seen = Vec::new();
            in_order((0..200).collect(), jobs, work, |n| -> io::Result<()> {
                seen.push(n);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_sink_ends_it() {
        let mut seen = 0;
        let done: io::Result<()> = in_order(
            (0..1000).collect(),
            2,
            |n: u32| n,
            |n| {
                seen += 1;
                if n == 20 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
            },
        );
        assert_eq!(done.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(seen, 21);
    }
}
