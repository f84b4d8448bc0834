using System.Text.Json;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>What the file says of one group, and of one topic in it: where the topic says nothing, the group counts.</summary>
/// <param name="Group">The group's own entry, else that of all groups.</param>
/// <param name="Topic">The topic's own entry, else that of all topics of the group.</param>
internal readonly record struct GroupEntry(JsonElement Group, JsonElement Topic)
{
    private const string All = "*";

    public bool IsListed => Group.ValueKind == JsonValueKind.Object;

    /// <summary>The agent that answers in the topic, whatever the bindings say.</summary>
    public string? AgentId => Topic.Text("agentId");

    public static GroupEntry Of(JsonElement groups, string chatId, string? threadId)
    {
        var group = groups.Member(chatId) is { ValueKind: JsonValueKind.Object } own ? own : groups.Member(All);
        if (threadId is null)
            return new GroupEntry(group, default);
        var topics = group.Member("topics");
        return new GroupEntry(group, topics.Member(threadId) is { ValueKind: JsonValueKind.Object } topic ? topic : topics.Member(All));
    }

    public bool? Flag(string name) => Topic.Flag(name) ?? Group.Flag(name);

    public string? Text(string name) => Topic.Text(name) ?? Group.Text(name);

    /// <summary>A list with nothing in it says nothing.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Topic.Texts(name) is { Count: > 0 } own ? own : Group.Texts(name) is { Count: > 0 } shared ? shared : null;

    public T? Choice<T>(string name)
        where T : struct, Enum =>
        Topic.Choice<T>(name) ?? Group.Choice<T>(name);
}
