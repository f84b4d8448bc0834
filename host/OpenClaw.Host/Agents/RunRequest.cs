using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Resets;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>Asks for a run.</summary>
/// <param name="RunId">The caller's idempotency key.</param>
/// <param name="Session">Where the conversation goes on.</param>
/// <param name="Surface">The way the request came in.</param>
/// <param name="Input">What is asked.</param>
internal sealed record RunRequest(string RunId, SessionAddress Session, RunSurface Surface, RunInput Input)
{
    /// <summary>What else belongs into the transaction that stores the run: both are on disk, or neither is.</summary>
    public Action<SqliteConnection>? Beside { get; init; }

    /// <summary>What the session has to be like when the request is taken.</summary>
    public SessionExpectations? Expected { get; init; }

    /// <summary>Set when the message begins a new conversation.</summary>
    public SessionStart? Start { get; init; }

    public RunOrder ToOrder(DisplacedRun? displaced = null) => new(Session, RunId, Surface, Input)
    {
        Beside = Beside,
        Expected = Expected,
        Displaced = displaced,
        Start = Start,
    };

    /// <summary>Whether a stored run was asked for by this same request, so that it may have that run's answer.</summary>
    public bool Repeats(RunRecord run) =>
        run.SessionKey == Session.Key
        && run.Surface == Surface
        && run.Input.Message == Input.Message
        && IdsOf(run.Input).SequenceEqual(IdsOf(Input))
        && (run.Input.Provider, run.Input.Model) == (Input.Provider, Input.Model)
        && (run.Input.ClientId, run.Input.ClientMode) == (Input.ClientId, Input.ClientMode);

    private static IEnumerable<string> IdsOf(RunInput input) => (input.Media ?? []).Select(static file => file.Id);
}
