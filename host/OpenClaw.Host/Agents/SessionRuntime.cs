using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Protocol.Sessions;
using WireThinkingLevel = OpenClaw.Protocol.Models.ThinkingLevel;

namespace OpenClaw.Host.Agents;

/// <summary>Tells lists of sessions what models they have and what runs in them.</summary>
internal sealed class SessionRuntime(ModelSelector models, ModelCatalog catalog, ActiveRuns active, Workspaces workspaces) : ISessionRuntime
{
    public SessionModelDefaults DefaultsOf(string agentId)
    {
        var model = models.DefaultOf(agentId);
        return new SessionModelDefaults
        {
            ModelProvider = model.Provider,
            Model = model.Model,
            ContextTokens = catalog.ContextWindowOf(model),
            Other = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["agentRuntime"] = RowConstants.DefaultRuntime,
                ["modelSelectionTarget"] = RowConstants.Text("session"),
            },
        };
    }

    public long ContextTokensOf(string? provider, string? model) => catalog.ContextWindowOf(Reference(provider, model));

    public (IReadOnlyList<WireThinkingLevel> Levels, string Default) ThinkingOf(string? provider, string? model) =>
        catalog.KnownOf(Reference(provider, model))?.Reasoning is true
            ? (ThinkingLevels.AllOnTheWire, ThinkingLevels.OfReasoningModels)
            : (ThinkingLevels.OffOnTheWire, ThinkingLevels.Off);

    public string WorkspaceOf(string agentId) => workspaces.Of(agentId);

    public IReadOnlyList<string> ActiveRuns(string sessionKey) =>
        [.. active.Of(sessionKey).Where(static run => !run.Record.HasEnded).Select(static run => run.RunId)];

    public IReadOnlyCollection<string> BusySessions =>
        active.All.Where(static run => !run.Record.HasEnded).Select(static run => run.SessionKey).ToHashSet(StringComparer.Ordinal);

    private static ModelReference Reference(string? provider, string? model) => new(provider ?? string.Empty, model ?? string.Empty);
}
