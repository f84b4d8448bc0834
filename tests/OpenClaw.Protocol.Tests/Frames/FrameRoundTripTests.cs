using System.Buffers;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Tests.Frames;

public sealed class FrameRoundTripTests
{
    [Fact]
    public void Whatever_request_is_written_is_read_again() =>
        Prop.ForAll<NonNull<string>, NonNull<string>, NonNull<string>>((id, method, text) =>
        {
            var parameters = JsonSerializer.SerializeToUtf8Bytes(text.Get);
            var output = new ArrayBufferWriter<byte>();
            FrameWriter.WriteRequest(output, id.Get, method.Get, parameters);
            var status = FrameReader.Read(output.WrittenMemory, out var request, out _);

            var isSendable = IsUsable(id.Get) && IsUsable(method.Get) && IsText(text.Get);
            return isSendable
                ? status == FrameReadStatus.Request && request.Id == id.Get && request.Method == method.Get
                    && JsonSerializer.Deserialize<string>(request.Params.Span) == text.Get
                : status == FrameReadStatus.Invalid;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_event_is_written_is_read_again() =>
        Prop.ForAll<NonNull<string>, long, NonNegativeInt>((name, payload, seq) =>
        {
            var output = new ArrayBufferWriter<byte>();
            var version = new StateVersion { Presence = seq.Get, Health = payload };
            FrameWriter.WriteEvent(output, name.Get, JsonSerializer.SerializeToUtf8Bytes(payload), seq.Get, version);

            return !IsText(name.Get)
                || (ServerFrameReader.TryRead(output.WrittenMemory, out var frame)
                    && frame.Name == name.Get && frame.Seq == seq.Get && frame.StateVersion == version
                    && JsonSerializer.Deserialize<long>(frame.Payload.Span) == payload);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_error_is_written_is_read_again() =>
        Prop.ForAll<NonEmptyString, bool?, PositiveInt>((message, retryable, after) =>
        {
            var error = new ErrorShape { Code = ErrorCodes.Unavailable, Message = message.Get, Retryable = retryable, RetryAfterMs = after.Get };
            var output = new ArrayBufferWriter<byte>();
            FrameWriter.WriteError(output, "1", error);

            return !IsText(message.Get)
                || (ServerFrameReader.TryRead(output.WrittenMemory, out var frame) && !frame.Ok && frame.Payload.IsEmpty
                    && JsonSerializer.Deserialize(frame.Error.Span, ProtocolJsonContext.Default.ErrorShape) == error);
        }).QuickCheckThrowOnFailure();

    private static bool IsUsable(string text) => text.Length > 0 && IsText(text);

    private static bool IsText(string text) =>
        !text.Contains('\0', StringComparison.Ordinal) && text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
