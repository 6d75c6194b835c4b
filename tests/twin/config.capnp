# The twin's configuration: the same workerd, storage and compatibility date as the edge's, which `cargo xtask dev` writes
# (xtask/src/dev/config.rs). The socket and the directory of the objects are given on the command line.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "twin", worker = .twin),
    (name = "objects", disk = (writable = true)),
    # The twin asks nobody for anything.
    (name = "internet", network = (allow = [])),
  ],
  sockets = [(name = "http", http = (), service = "twin")],
);

const twin :Workerd.Worker = (
  compatibilityDate = "2026-11-01",
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  durableObjectNamespaces = [(className = "Consents", uniqueKey = "twin-consents", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),
  bindings = [(name = "CONSENTS", durableObjectNamespace = "Consents")],
);
