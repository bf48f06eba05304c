using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Tests.Shared;

namespace SoftmaxGen.GeneratorCost.Sources;

/// <summary>A compilation that is typed in: each keystroke gives a new compilation with one file changed.</summary>
internal sealed class Solution(IEnumerable<string> files)
{
    private int keystrokes;

    public CSharpCompilation Compilation { get; private set; } = new HeadCompiler(Framework.Current).Parse([.. files]);

    /// <summary>Types into a method of the file, which is parsed here as an editor does, only where it changed.</summary>
    public CSharpCompilation Type(int file)
    {
        var tree = Compilation.SyntaxTrees[file];
        var text = tree.GetText();
        var statement = text.ToString().IndexOf(SourceFiles.EditedStatement, StringComparison.Ordinal);
        var typed = string.Create(CultureInfo.InvariantCulture, $"_ = {++keystrokes % 10};");
        var wasTyped = keystrokes > 1 && text.ToString(new TextSpan(statement - typed.Length, 1)) == "_";
        var span = wasTyped ? new TextSpan(statement - typed.Length, typed.Length) : new TextSpan(statement, 0);
        var changed = tree.WithChangedText(text.WithChanges(new TextChange(span, typed)));
        return Compilation = Compilation.ReplaceSyntaxTree(tree, changed);
    }

    /// <summary>The same source as if it had just been loaded: nothing is known of its symbols.</summary>
    public CSharpCompilation Reload() => Compilation.Clone();
}
