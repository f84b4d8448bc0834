using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Frames;

public sealed class FrameFuzzTests
{
    private const int Rounds = 50_000;
    private const int Seed = 20_260_906;

    private static readonly ParamsReaders Readers = new();

    [Fact]
    [Trait("Threat", "WS-35")]
    public void Mutated_frames_never_throw_and_never_allocate_beyond_their_size()
    {
        var mutator = new FrameMutator(Seed, [.. GoldenRecordings.Requests.Select(entry => entry.Utf8).Where(utf8 => utf8.Length < 4096)]);
        FrameReader.Read("{}"u8.ToArray(), out _, out _);
        FrameReader.Read(GoldenRecordings.Requests[0].Utf8, out _, out _);
        var seen = new int[3];
        for (var round = 0; round < Rounds; round++)
        {
            var frame = mutator.Next();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var status = FrameReader.Read(frame, out var request, out _);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(allocated < 16_384 + (8 * frame.Length), $"round {round}: {allocated} bytes for a frame of {frame.Length}");
            seen[(int)status]++;
            if (status == FrameReadStatus.Request)
            {
                Readers.Read(request);
            }
        }

        Assert.All(seen, count => Assert.True(count > Rounds / 100, string.Join(", ", seen)));
    }

    [Fact]
    [Trait("Threat", "WS-35")]
    public void Mutated_frames_of_a_gateway_never_throw_in_a_client()
    {
        var mutator = new FrameMutator(Seed, [.. GoldenRecordings.ServerFrames.Select(entry => entry.Utf8).Where(utf8 => utf8.Length < 4096)]);
        for (var round = 0; round < Rounds / 5; round++)
        {
            ServerFrameReader.TryRead(mutator.Next(), out _);
        }
    }

    [Fact]
    public void The_reader_agrees_with_the_exported_schema_of_a_request()
    {
        var schema = new ParamsValidator(FrameSchemaContext.Default.RequestShape);
        var mutator = new FrameMutator(Seed + 1, [.. GoldenRecordings.Requests.Select(entry => entry.Utf8).Where(utf8 => utf8.Length < 1024)]);
        for (var round = 0; round < Rounds / 5; round++)
        {
            var frame = mutator.Next();
            var status = FrameReader.Read(frame, out var request, out var invalid);
            if (status == FrameReadStatus.Request && request.Params.Length > 0)
            {
                Assert.Null(schema.Validate(System.Text.Json.JsonElement.Parse(frame)));
            }
            else if (status == FrameReadStatus.Invalid && !invalid!.Violations.Contains("duplicate", StringComparison.Ordinal)
                && !invalid.Violations.Contains("surrogate", StringComparison.Ordinal)
                && !invalid.Violations.Contains("deeper", StringComparison.Ordinal))
            {
                Assert.Equal(schema.Validate(System.Text.Json.JsonElement.Parse(frame)), invalid.Violations);
            }
        }
    }
}
