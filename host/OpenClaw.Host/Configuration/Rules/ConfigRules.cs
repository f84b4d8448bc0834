namespace OpenClaw.Host.Configuration.Rules;

/// <summary>The rules across keys, each on its own.</summary>
internal static class ConfigRules
{
    public static IReadOnlyList<IConfigRule> All { get; } =
    [
        new CustomBindRule(),
        new TrustedProxyRule(),
        new TailscaleRule(),
        new HooksRule(),
        new ToolListsRule(),
        new ToolPolicyRule(),
        new AgentRosterRule(),
        new OpenDirectMessagesRule(),
        new SenderNamesRule(),
        new PersistenceStorageRule(),
    ];
}
