using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Plugins;

/// <summary>
/// Everything the host lends to one generation of a plugin. The host owns the scope and ends it: after that each member that
/// acts throws <see cref="PluginStoppedException"/>. Thread-safe.
/// </summary>
/// <remarks>
/// Take timers, loops, HTTP clients and clean-up from here instead of from process-wide statics: what the scope hands out is
/// revoked when the plugin stops, which is what lets its code unload.
/// </remarks>
public interface IPluginScope
{
    /// <summary>Who the plugin is.</summary>
    PluginInfo Plugin { get; }

    /// <summary>The plugin's section of the configuration, <c>plugins.entries.&lt;id&gt;.config</c>, or an empty object. A change is a new generation.</summary>
    JsonElement Settings { get; }

    /// <summary>A folder of the plugin's own that survives restarts and updates. Exists; readable by the gateway's user only.</summary>
    string StorageDirectory { get; }

    /// <summary>The folder the plugin was loaded from. Read only, and may differ from where it was installed.</summary>
    string PluginDirectory { get; }

    /// <summary>The clock. Use it for timers too, so that tests can move time.</summary>
    TimeProvider Clock { get; }

    /// <summary>Cancelled when the plugin is asked to stop.</summary>
    CancellationToken Stopping { get; }

    /// <summary>Creates a logger. Arguments are turned into text inside the call, cut to size, and cleared of registered secrets.</summary>
    /// <param name="category">A short name of the part that logs; the plugin id is put before it.</param>
    ILogger CreateLogger(string category);

    /// <summary>Creates an HTTP client that the scope disposes. Redirects are not followed and cookies not kept unless asked for.</summary>
    /// <param name="settings">Limits; the defaults suit a JSON API.</param>
    HttpClient CreateHttpClient(PluginHttpSettings? settings = null);

    /// <summary>Registers a secret so that it never appears in logs, errors or events of the gateway. Shorter than 6 characters is ignored.</summary>
    /// <param name="secret">The plain text of the secret.</param>
    void ProtectSecret(string secret);

    /// <summary>
    /// Starts background work the scope owns: it is cancelled at stop and awaited for a bounded time. When it throws, the host
    /// logs it, marks the plugin degraded and starts it again with back-off; returning ends it.
    /// </summary>
    /// <param name="name">Names the loop in logs and status.</param>
    /// <param name="work">The loop. It gets a token that is cancelled when the plugin stops.</param>
    void Run(string name, Func<CancellationToken, Task> work);

    /// <summary>Asks for a call when the plugin stops, after background work ended. Use instead of process-wide events.</summary>
    /// <param name="action">Called once, last registered first, within a shared deadline of 10 seconds.</param>
    /// <returns>Dispose it to take the request back.</returns>
    IDisposable OnStopping(Func<CancellationToken, Task> action);

    /// <summary>
    /// Tells connected clients that may write (<c>operator.write</c>) about something, as the event <c>plugin.&lt;plugin id&gt;.&lt;name&gt;</c>. Clients that
    /// are not connected never learn of it.
    /// </summary>
    /// <param name="name">1 to 64 of <c>a-z 0-9 . _ -</c>, starting with a letter.</param>
    /// <param name="payload">An object, at most 64 KiB.</param>
    /// <returns>False when it was left out because the plugin sends too much: 100 at once and 20 a second are let through.</returns>
    /// <exception cref="ArgumentException">The name or the payload is malformed.</exception>
    /// <exception cref="PluginStoppedException">The plugin has stopped.</exception>
    bool PublishEvent(string name, JsonElement payload) => false;
}
