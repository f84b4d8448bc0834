using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Diagnostics.Tail;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Tests.Diagnostics;

public sealed class LogTailTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly SecretRegistry _secrets = new();
    private readonly LogTail _tail;

    public LogTailTests() =>
        _tail = new LogTail(LogFileLocation.Fixed(File_), new LogRedactor(_secrets, TokenPatterns.Default), new ManualClock());

    private string File_ => _directory["gateway.log"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Without_a_file_there_is_nothing_to_show()
    {
        var result = _tail.Read(new LogsTailParams());
        Assert.Equal((0L, 0L, false, false), (result.Cursor, result.Size, result.Truncated, result.Reset));
        Assert.Empty(result.Lines);
    }

    [Fact]
    public void The_first_look_gives_the_end_and_a_cursor_for_more()
    {
        Append("one\ntwo\nthree\nfour\n");
        var first = _tail.Read(new LogsTailParams { Limit = 2 });
        Assert.Equal(["three", "four"], first.Lines);
        Assert.True(first.Truncated);
        Assert.Equal((first.Size, false), (first.Cursor, first.Reset));

        Assert.Empty(_tail.Read(new LogsTailParams { Cursor = first.Cursor }).Lines);
        Append("five\n");
        var next = _tail.Read(new LogsTailParams { Cursor = first.Cursor });
        Assert.Equal(["five"], next.Lines);
        Assert.Equal((false, false), (next.Truncated, next.Reset));
    }

    [Fact]
    public void A_whole_file_that_fits_is_not_truncated()
    {
        Append("one\ntwo\n");
        var result = _tail.Read(new LogsTailParams());
        Assert.Equal(["one", "two"], result.Lines);
        Assert.False(result.Truncated);
    }

    [Fact]
    public void A_follower_with_a_small_limit_misses_nothing()
    {
        Append(string.Concat(Enumerable.Range(0, 100).Select(i => $"line {i}\n")));
        var seen = new List<string>();
        long cursor = 0;
        while (_tail.Read(new LogsTailParams { Cursor = cursor, Limit = 7 }) is { Lines.Count: > 0 } page)
        {
            seen.AddRange(page.Lines);
            cursor = page.Cursor;
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"line {i}"), seen);
    }

    [Fact]
    public void A_line_still_being_written_waits()
    {
        Append("one\ntw");
        var first = _tail.Read(new LogsTailParams());
        Assert.Equal(["one"], first.Lines);
        Append("o\n");
        Assert.Equal(["two"], _tail.Read(new LogsTailParams { Cursor = first.Cursor }).Lines);
    }

    [Fact]
    public void A_cursor_beyond_the_file_starts_over_with_the_end()
    {
        Append("one\ntwo\nthree\n");
        var result = _tail.Read(new LogsTailParams { Cursor = 999_999, Limit = 2 });
        Assert.Equal(["two", "three"], result.Lines);
        Assert.True(result.Reset);
        Assert.Equal(result.Size, result.Cursor);
    }

    [Fact]
    public void A_cursor_too_far_behind_skips_and_says_how_much()
    {
        Append(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:000}\n")));
        var result = _tail.Read(new LogsTailParams { Cursor = 0, MaxBytes = 10 });
        Assert.Equal(["098", "099"], result.Lines);
        Assert.Equal((true, true, 392L), (result.Reset, result.Truncated, result.SkippedBytes));
    }

    [Fact]
    [Trait("Threat", "LOG-04")]
    public void What_an_earlier_process_wrote_is_redacted_on_reading()
    {
        Append("connect postgres://me:pw@host with canary-secret\n");
        _secrets.Register("canary-secret");
        Assert.Equal(["connect postgres://***@host with ***"], _tail.Read(new LogsTailParams()).Lines);
    }

    [Fact]
    [Trait("Threat", "FS-03")]
    public void A_link_in_place_of_the_log_is_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(_directory["secret.txt"], "root:x\n");
        File.CreateSymbolicLink(File_, _directory["secret.txt"]);
        Assert.Empty(_tail.Read(new LogsTailParams()).Lines);
    }

    private void Append(string text) => File.AppendAllText(File_, text);
}
