using System.Collections.Immutable;

namespace OpenClaw.Protocol;

/// <summary>Scopes of the operator role and what each implies.</summary>
public static class OperatorScopes
{
    /// <summary>Everything an operator can do.</summary>
    public const string Admin = "operator.admin";

    /// <summary>See sessions, configuration and state.</summary>
    public const string Read = "operator.read";

    /// <summary>Send messages and run agents.</summary>
    public const string Write = "operator.write";

    /// <summary>Decide approvals.</summary>
    public const string Approvals = "operator.approvals";

    /// <summary>Answer questions of agents.</summary>
    public const string Questions = "operator.questions";

    /// <summary>Manage devices and nodes.</summary>
    public const string Pairing = "operator.pairing";

    /// <summary>Use voice.</summary>
    public const string Talk = "operator.talk";

    /// <summary>Read voice credentials.</summary>
    public const string TalkSecrets = "operator.talk.secrets";

    /// <summary>Read own sessions.</summary>
    public const string SessionsRead = "operator.sessions.read";

    /// <summary>Write to own sessions.</summary>
    public const string SessionsWrite = "operator.sessions.write";

    /// <summary>Every scope, widest first.</summary>
    public static ImmutableArray<string> All { get; } =
        [Admin, Write, Read, Approvals, Questions, Pairing, Talk, TalkSecrets, SessionsWrite, SessionsRead];

    /// <summary>True when holding <paramref name="granted"/> is enough where <paramref name="required"/> is asked for.</summary>
    public static bool Implies(string granted, string required) =>
        string.Equals(granted, required, StringComparison.Ordinal) || granted switch
        {
            Admin => required.StartsWith("operator.", StringComparison.Ordinal),
            Write => required is Read or Talk or SessionsRead or SessionsWrite,
            Read or SessionsWrite => required is SessionsRead,
            _ => false,
        };

    /// <summary>True when one of the granted scopes is enough for <paramref name="required"/>.</summary>
    public static bool Covers(IEnumerable<string> granted, string required)
    {
        ArgumentNullException.ThrowIfNull(granted);
        foreach (var scope in granted)
        {
            if (Implies(scope, required))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when every required scope is covered.</summary>
    public static bool CoversAll(IReadOnlyCollection<string> granted, IEnumerable<string> required) =>
        required.All(scope => Covers(granted, scope));
}
