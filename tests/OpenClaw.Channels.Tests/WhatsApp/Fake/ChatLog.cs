using System.Globalization;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What was sent, with the changes that were made to it.</summary>
internal sealed class ChatLog
{
    private readonly Lock _gate = new();
    private readonly List<SentMessage> _sent = [];
    private int _lastId;

    public IReadOnlyList<SentMessage> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <returns>The id of what was sent or changed.</returns>
    public string Apply(BridgeRequest request)
    {
        lock (_gate)
        {
            var key = request.Params["key"]?.AsObject();
            if (request.Op is "edit" or "delete" && _sent.Find(one => one.Id == (string?)key?["id"]) is { } known)
            {
                known.Shown = request.Op == "edit" ? request.Text("text")! : "(deleted)";
                return known.Id;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"3EB0C1A0{++_lastId:X14}");
            var text = request.Text("text") ?? request.Text("caption") ?? request.Text("name") ?? request.Text("emoji") ?? "";
            var file = request.Text("path") is { } path ? File.ReadAllBytes(path) : null;
            _sent.Add(new SentMessage(request.Op, id, request.Text("to") ?? (string?)key?["chat"] ?? "", text, request.Params) { File = file });
            return id;
        }
    }
}
