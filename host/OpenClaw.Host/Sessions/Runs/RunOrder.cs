using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Resets;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>What is to be stored as a run.</summary>
/// <param name="Address">The session.</param>
/// <param name="RunId">The run's id.</param>
/// <param name="Surface">The way the request came in.</param>
/// <param name="Input">What is asked.</param>
internal sealed record RunOrder(SessionAddress Address, string RunId, RunSurface Surface, RunInput Input)
{
    /// <summary>What else belongs into the same transaction, whether or not the run is new.</summary>
    public Action<SqliteConnection>? Beside { get; init; }

    /// <summary>What a new run takes for granted about the session.</summary>
    public SessionExpectations? Expected { get; init; }

    /// <summary>A waiting run that makes room for a new one.</summary>
    public DisplacedRun? Displaced { get; init; }

    /// <summary>Set when the message begins a new conversation.</summary>
    public SessionStart? Start { get; init; }
}
