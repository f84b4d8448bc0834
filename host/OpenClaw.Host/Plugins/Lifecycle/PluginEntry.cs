using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Leaks;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>One plugin folder and what became of it. Holds text and contract records only.</summary>
internal sealed class PluginEntry
{
    private const string Replacement = "replace";
    private const int MaxLeaks = 8;

    private readonly Lock _lock = new();
    private readonly PluginEnvironment _environment;
    private volatile PluginStatus _status;

    /// <param name="folder">The folder.</param>
    /// <param name="environment">What the host gives.</param>
    /// <param name="input">What its generation is made from; null when it shall have none.</param>
    public PluginEntry(PluginFolder folder, PluginEnvironment environment, PluginInput? input)
    {
        Input = input;
        Folder = folder;
        _environment = environment;
        _status = new PluginStatus
        {
            Id = folder.DisplayId,
            Directory = folder.Path,
            Origin = folder.Origin,
            Manifest = folder.Manifest.Manifest,
            State = PluginState.Discovered,
            Since = environment.Clock.GetUtcNow(),
        };
    }

    public PluginFolder Folder { get; }

    public PluginInput? Input { get; }

    /// <summary>What was to take this one's place and could not; it is not tried again until it changes.</summary>
    public PluginInput? Refused { get; private set; }

    public string Id => Folder.DisplayId;

    /// <summary>The manifest of an entry that passed its checks.</summary>
    public PluginManifest Manifest => Folder.Manifest.Manifest ?? throw new InvalidOperationException($"The manifest of {Id} is broken.");

    /// <summary>Counts the calls of the generation that serves.</summary>
    public PluginCalls? Calls { get; set; }

    public PluginStatus Status => Calls is { } calls ? _status with { Usage = calls.Usage } : _status;

    /// <summary>Moves on. An entry that has failed stays so: a worker that comes back late changes nothing.</summary>
    public void Move(PluginState state, string? reason = null, int? generation = null, DateTimeOffset? nextTry = null)
    {
        lock (_lock)
        {
            if (_status.State == PluginState.Failed)
                return;
            _status = _status with
            {
                State = state,
                Reason = reason,
                NextTry = nextTry,
                Since = _environment.Clock.GetUtcNow(),
                Generation = generation ?? _status.Generation,
            };
        }

        Announce(state, reason);
    }

    public void Refuse(PluginInput input) => Refused = input;

    /// <summary>Says why another version did not take this one's place; once for each reason.</summary>
    public void NoteRefusal(string reason)
    {
        var text = _environment.Secrets.Redact(reason);
        if (_status.Degraded?.EndsWith(text, StringComparison.Ordinal) != true)
            Degrade(Replacement, new PluginFault(nameof(PluginAction.Replace), text, text));
    }

    /// <summary>What could not take this one's place is gone from its folder.</summary>
    public void NoteMended()
    {
        lock (_lock)
        {
            if (_status.Degraded?.StartsWith(Replacement, StringComparison.Ordinal) == true)
                _status = _status with { Degraded = null, DegradedAt = null };
        }

        Refused = null;
    }

    public void Fail(string reason) => Move(PluginState.Failed, _environment.Secrets.Redact(reason));

    /// <summary>Notes a fault outside a call; the plugin goes on.</summary>
    public void Degrade(string where, PluginFault fault)
    {
        lock (_lock)
            _status = _status with { Degraded = $"{where}: {fault.Summary}", DegradedAt = _environment.Clock.GetUtcNow() };
        _environment.Log.Degraded(Id, where, fault.Trace);
    }

    /// <summary>Notes what a plugin that runs did wrong outside the answer of a call, and counts it against the plugin.</summary>
    public void Fault(FaultKind kind, string where, Exception exception) =>
        Fault(kind, where, PluginFault.From(exception, _environment.Secrets.Redact));

    public void Fault(FaultKind kind, string where, PluginFault fault)
    {
        Degrade(where, fault);
        // What a generation does that no longer serves, or does not yet, is not the business of the one that does.
        if (_status.State == PluginState.Running && _environment.Quarantine.Note(Id, Input, kind, $"{where}: {fault.Summary}"))
            _environment.Log.Fell(Id, where, fault.Summary);
    }

    /// <summary>Notes a generation that ended and is still held, which the log has already.</summary>
    public void NoteLeak(LeakReport leak)
    {
        lock (_lock)
        {
            _status = _status with
            {
                Leaks = [.. _status.Leaks.TakeLast(MaxLeaks - 1), leak],
                Degraded = $"unload: generation {leak.Generation} has ended, but something still holds its code. {leak.Summary}",
                DegradedAt = _environment.Clock.GetUtcNow(),
            };
        }
    }

    public void Degrade(string where, Exception exception) => Degrade(where, PluginFault.From(exception, _environment.Secrets.Redact));

    private void Announce(PluginState state, string? reason)
    {
        if (state == PluginState.Failed)
            _environment.Log.Failed(Id, Folder.Path, reason ?? "");
        else if (state == PluginState.Quarantined)
            _environment.Log.Quarantined(Id, _status.Problem ?? "");
        else if (state == PluginState.Disabled)
            _environment.Log.Disabled(Id, reason ?? "");
        else if (state == PluginState.Running)
            _environment.Log.Running(Id, Manifest.Version.ToNormalizedString());
        else
            _environment.Log.Moved(Id, state);
    }
}
