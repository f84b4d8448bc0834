using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class Json5PropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(40);

    [Fact]
    public void Whatever_is_written_in_any_style_is_read_back()
    {
        var property = Prop.ForAll(Trees().ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), static (tree, seed) =>
            Json5Reader.Read(new Json5TestWriter(seed).Write(tree)).ContentEquals(tree));
        Check.One(Runs, property);
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_the_one_error()
    {
        // Pieces of the grammar reach deeper than random characters do.
        var piece = Gen.Elements(
            "{", "}", "[", "]", ":", ",", "'", "\"", "\\", "\\u", "\\x4", "00e9", "\\ud800", "a", "$", "1", "0x", "e", "-", "+", ".", "NaN",
            "Infinity", "null", "true", "fal", "//", "/*", "*/", "\n", "\r", " ", "\uFEFF", "\u2028", "\0", "é", "😀", "\ud83d", "0", "__proto__");
        var text = piece.ListOf().Select(static pieces => string.Concat(pieces));
        Check.One(Runs.WithMaxTest(5000), Prop.ForAll(text.ToArbitrary(), static text => IsReadOrRefused(() => Json5Reader.Read(text))));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_with_the_one_error()
    {
        var bytes = Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf();
        Check.One(Runs, Prop.ForAll(bytes.ToArbitrary(), static bytes => IsReadOrRefused(() => Json5Reader.Read(Json5Reader.Decode(bytes)))));
    }

    private static bool IsReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (Json5Exception error)
        {
            return error.Line >= 1 && error.Column >= 1;
        }

        return true;
    }

    private static Gen<ConfigNode> Trees() => Gen.Sized(Trees);

    private static Gen<ConfigNode> Trees(int size)
    {
        var leaves = Gen.OneOf(
            Text().Select(static ConfigNode (value) => new ConfigString(value)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(static ConfigNode (value) => new ConfigNumber(value)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(static ConfigNode (value) => new ConfigNumber(value.Get)),
            Gen.Elements(true, false).Select(static ConfigNode (value) => new ConfigBoolean(value)),
            Gen.Constant<ConfigNode>(new ConfigNull()));
        if (size < 2)
        {
            return leaves;
        }

        var inner = Trees(size / 3);
        var arrays = inner.ListOf().Resize(4).Select(static ConfigNode (items) => new ConfigArray(items));
        var objects = Gen.Zip(Text(), inner).ListOf().Resize(4).Select(static ConfigNode (pairs) => new ConfigObject(
            pairs.DistinctBy(static pair => pair.Item1).Select(static pair => new ConfigProperty(pair.Item1, pair.Item2))));
        return Gen.OneOf(leaves, arrays, objects);
    }

    private static Gen<string> Text()
    {
        var runes = Gen.OneOf(Gen.Choose(0, 0x7f), Gen.Choose(0x80, 0xd7ff), Gen.Choose(0x1f300, 0x1f5ff)).Select(static value => new Rune(value).ToString());
        return Gen.OneOf(runes.ListOf().Select(static parts => string.Concat(parts)), Gen.Elements("port", "a1", "$x", "_", "x.y", ""));
    }
}
