using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>One frame of a recording.</summary>
internal sealed record RecordedLine(int Number, bool FromClient, string Connection, JsonElement Frame)
{
    public string? Text(string member) => FrameLabels.Text(Frame, member);

    public bool IsRequest => FromClient && Text("type") == "req";

    public bool IsConnect => IsRequest && Text("method") == "connect";

    public bool IsAnswer => !FromClient && Text("type") == "res";

    /// <summary>The end of the connection, which has no frame.</summary>
    public bool IsClose => Frame.ValueKind == JsonValueKind.Undefined;

    public bool IsEvent => !FromClient && Text("type") == "event";
}
