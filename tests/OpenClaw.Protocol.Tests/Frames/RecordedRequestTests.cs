using System.Buffers;
using System.Text.Json;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Frames;

public sealed class RecordedRequestTests
{
    [Fact]
    public void Every_recorded_request_is_read_and_written_back_equal()
    {
        Assert.True(GoldenRecordings.Requests.Count > 400);
        Assert.All(GoldenRecordings.Requests, entry =>
        {
            Assert.Equal(FrameReadStatus.Request, FrameReader.Read(entry.Utf8, out var request, out _, entry.Protocol));

            var output = new ArrayBufferWriter<byte>();
            FrameWriter.WriteRequest(
                output, request.Id, request.Method, request.Params.Span, request.TraceParent, request.ExpectedProfileId);
            Assert.Null(JsonComparison.Difference(entry.Frame, JsonElement.Parse(output.WrittenSpan), nullIsAbsent: false));
        });
    }

    [Fact]
    public void Known_method_names_are_one_instance()
    {
        FrameReader.Read("""{"type":"req","id":"1","method":"health"}"""u8.ToArray(), out var first, out _);
        FrameReader.Read("""{"type":"req","id":"2","method":"health"}"""u8.ToArray(), out var second, out _);

        Assert.Same(first.Method, second.Method);
    }

    [Fact]
    public void Every_recorded_complaint_about_a_frame_is_repeated_word_for_word()
    {
        var complaints = GoldenRecordings.Frames.Zip(GoldenRecordings.Frames.Skip(1))
            .Where(pair => pair.First.FromClient && Message(pair.Second).StartsWith("invalid request frame: ", StringComparison.Ordinal))
            .ToList();

        Assert.True(complaints.Count >= 5);
        Assert.All(complaints, pair =>
        {
            Assert.Equal(FrameReadStatus.Invalid, FrameReader.Read(pair.First.Utf8, out _, out var invalid));
            Assert.Equal(Message(pair.Second), invalid!.ToError().Message);
            Assert.Equal(pair.Second.Text("id"), invalid.Id);
        });
    }

    private static string Message(GoldenEntry entry) =>
        entry.Frame.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString()! : "";
}
