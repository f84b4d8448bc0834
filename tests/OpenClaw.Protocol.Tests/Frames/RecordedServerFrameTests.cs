using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Frames;

public sealed class RecordedServerFrameTests
{
    [Fact]
    public void Every_recorded_frame_of_a_gateway_is_read_and_written_back_equal()
    {
        Assert.True(GoldenRecordings.ServerFrames.Count > 1000);
        Assert.All(GoldenRecordings.ServerFrames, entry =>
        {
            Assert.True(ServerFrameReader.TryRead(entry.Utf8, out var frame));
            Assert.Null(JsonComparison.Difference(Expected(entry), Write(frame), nullIsAbsent: false));
        });
    }

    /// <summary>Our gateway has no user profiles, so it never addresses one.</summary>
    private static JsonElement Expected(GoldenEntry entry)
    {
        var frame = JsonObject.Create(entry.Frame)!;
        frame.Remove("recipientProfileId");
        return JsonSerializer.SerializeToElement(frame);
    }

    private static JsonElement Write(ServerFrame frame)
    {
        var output = new ArrayBufferWriter<byte>();
        if (frame.Kind == ServerFrameKind.Event)
        {
            FrameWriter.WriteEvent(output, frame.Name, frame.Payload.Span, frame.Seq, frame.StateVersion);
        }
        else if (frame.Ok)
        {
            FrameWriter.WriteResult(output, frame.Name, frame.Payload.Span);
        }
        else
        {
            var error = JsonSerializer.Deserialize(frame.Error.Span, ProtocolJsonContext.Default.ErrorShape)!;
            FrameWriter.WriteError(output, frame.Name, error, frame.Payload.Span);
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
