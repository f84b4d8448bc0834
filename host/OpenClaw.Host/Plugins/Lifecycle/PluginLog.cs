namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Log messages of the room. Texts from plugins arrive redacted and cut.</summary>
internal sealed partial class PluginLog(ILogger logger)
{
    [LoggerMessage(2000, LogLevel.Debug, "Plugin {PluginId} is {State}.")]
    public partial void Moved(string pluginId, PluginState state);

    [LoggerMessage(2001, LogLevel.Information, "Plugin {PluginId} {Version} runs.")]
    public partial void Running(string pluginId, string version);

    [LoggerMessage(2002, LogLevel.Error, "Plugin {PluginId} in {Directory} is not used: {Reason}")]
    public partial void Failed(string pluginId, string directory, string reason);

    [LoggerMessage(2003, LogLevel.Information, "Plugin {PluginId} is off: {Reason}")]
    public partial void Disabled(string pluginId, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "Plugin {PluginId} failed in {Where} and goes on: {Trace}")]
    public partial void Degraded(string pluginId, string where, string trace);

    [LoggerMessage(2005, LogLevel.Warning, "Plugin {PluginId} did not stop cleanly ({Step}): {Cause}")]
    public partial void StopFailed(string pluginId, string step, string cause);

    [LoggerMessage(2006, LogLevel.Warning, "Plugin {PluginId} has {Calls} calls that did not end in time; they are cut off.")]
    public partial void NotDrained(string pluginId, int calls);

    [LoggerMessage(2007, LogLevel.Warning, "Plugin {PluginId} generation {Generation} has ended, but something still holds its code. {Holders}")]
    public partial void Leaked(string pluginId, int generation, string holders);

    [LoggerMessage(2008, LogLevel.Warning, "plugins.entries.{PluginId} names no plugin that was found. Install it, or remove the entry.")]
    public partial void UnknownEntry(string pluginId);

    [LoggerMessage(2009, LogLevel.Error, "Plugin {PluginId} threw outside any call: {Trace}")]
    public partial void Unhandled(string pluginId, string trace);

    [LoggerMessage(2010, LogLevel.Critical, "The gateway threw outside any call and ends: {Trace}")]
    public partial void HostUnhandled(string trace);

    [LoggerMessage(2030, LogLevel.Warning, "Plugin {PluginId} failed in {What}: {Trace}")]
    public partial void CallFailed(string pluginId, string what, string trace);

    [LoggerMessage(2031, LogLevel.Warning, "Plugin {PluginId} did not finish {What} within {Seconds} s; its caller was let go.")]
    public partial void CallTimedOut(string pluginId, string what, double seconds);

    [LoggerMessage(2011, LogLevel.Error, "A part of the gateway could not follow a change of plugins.")]
    public partial void FollowerFailed(Exception exception);

    [LoggerMessage(2013, LogLevel.Error, "Plugin {PluginId} failed too often and is taken out; the last was {Where}: {Summary}")]
    public partial void Fell(string pluginId, string where, string summary);

    [LoggerMessage(2014, LogLevel.Error, "Plugin {PluginId} is kept off: {Reason}")]
    public partial void Quarantined(string pluginId, string reason);

    [LoggerMessage(2015, LogLevel.Error, "The process before this one ended without a stop. Plugins whose code may have done it: {Suspects}.")]
    public partial void Crashed(string suspects);

    [LoggerMessage(2016, LogLevel.Warning, "{Reason}")]
    public partial void InSafeMode(string reason);

    [LoggerMessage(2017, LogLevel.Warning, "Work of the whole gateway stood still for {Milliseconds} ms because the threads of the pool were blocked or the machine was busy; there are {Threads} of them now. Where it happens on a quiet machine, look for a plugin that blocks.")]
    public partial void PoolStoodStill(int milliseconds, int threads);
}
