//! Work on several threads, results in the order of the work.

use rayon::ThreadPool;
use rayon::prelude::*;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::sync_channel;

/// Results that may wait for an earlier one, for each thread: bounds the memory, however many the files.
const AHEAD: usize = 8;

/// The threads that a corpus is read and written with.
#[derive(Debug)]
pub struct Workers {
    /// `None` where the calling thread does everything.
    pool: Option<ThreadPool>,
}

impl Workers {
    /// So many threads, `0` for one a core. More than there are items would only stand about, and for one item the
    /// calling thread serves.
    ///
    /// # Errors
    ///
    /// Where the system grants no threads.
    pub fn new(jobs: usize, items: usize) -> io::Result<Self> {
        if items <= 1 || jobs == 1 {
            return Ok(Self { pool: None });
        }
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = if jobs == 0 { cores() } else { jobs };
        let builder = rayon::ThreadPoolBuilder::new().num_threads(jobs.min(items));
        Ok(Self { pool: Some(builder.build().map_err(io::Error::other)?) })
    }

    /// Calls `work` on the items in parallel and `sink` on the results, in the order of the items, as they become
    /// ready. `sink` runs on the calling thread; its first error ends everything.
    ///
    /// # Errors
    ///
    /// The first error of the sink.
    pub fn in_order<T: Send, R: Send, E>(
        &self,
        items: Vec<T>,
        work: impl Fn(T) -> R + Sync,
        mut sink: impl FnMut(R) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(pool) = &self.pool else {
            return items.into_iter().try_for_each(|item| sink(work(item)));
        };
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

    /// Calls `work` on all items, in parallel where there are threads.
    pub(crate) fn each<T: Send, E: Send>(
        &self,
        items: &mut [T],
        work: impl Fn(&mut T) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        match &self.pool {
            // One item a task: they are few, and some take far longer than others.
            Some(pool) => pool.install(|| items.par_iter_mut().with_max_len(1).try_for_each(&work)),
            None => items.iter_mut().try_for_each(work),
        }
    }
}

/// [`Workers::in_order`] with threads of its own.
///
/// # Errors
///
/// The first error of the sink, or where the system grants no threads.
pub fn in_order<T: Send, R: Send, E: From<io::Error>>(
    items: Vec<T>,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    Workers::new(jobs, items.len())?.in_order(items, work, sink)
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

    #[test]
    fn each_item_is_worked_on_and_an_error_told() {
        for jobs in [1, 3] {
            let workers = Workers::new(jobs, 10).unwrap();
            let mut items: Vec<u32> = (0..10).collect();
            let done: Result<(), u32> = workers.each(&mut items, |n| {
                *n += 1;
                Ok(())
            });
            assert_eq!((done, items.iter().sum::<u32>()), (Ok(()), 55));
            assert_eq!(workers.each(&mut items, |n| if *n == 4 { Err(*n) } else { Ok(()) }), Err(4));
        }
    }
}
