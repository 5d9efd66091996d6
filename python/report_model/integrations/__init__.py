"""The same tables over many machines: `spark` and `dask`. Each needs its library, which is an optional extra."""
