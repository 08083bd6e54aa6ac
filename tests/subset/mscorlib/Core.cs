namespace System
{
    public class Object
    {
        public extern Object();
        public extern virtual string ToString();
        protected extern object MemberwiseClone();
    }

    public abstract class ValueType { protected extern ValueType(); }

    public abstract class Enum : ValueType { protected extern Enum(); }

    public struct Void { }

    public struct RuntimeFieldHandle { }

    public abstract class Delegate { protected extern Delegate(); }

    public abstract class MulticastDelegate : Delegate { protected extern MulticastDelegate(); }

    public interface IDisposable { void Dispose(); }

    public abstract class Array : Collections.IEnumerable
    {
        public extern Array();
        public extern int Length { get; }
        public static extern void Copy(Array sourceArray, Array destinationArray, int length);
        public static extern void Copy(
            Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length);
        public static extern void Clear(Array array, int index, int length);
        public extern Collections.IEnumerator GetEnumerator();
    }

    public partial class Exception
    {
        public extern Exception();
        public extern virtual string Message { get; }
    }

    public sealed partial class String
    {
        public extern String(char[] value);
        public extern int Length { get; }
        [Runtime.CompilerServices.IndexerName("Chars")]
        public extern char this[int index] { get; }
        public static extern bool operator ==(string a, string b);
        public static extern bool operator !=(string a, string b);
        public extern bool StartsWith(string value);
        public static extern string Concat(string str0, string str1);
        public static extern string Concat(string str0, string str1, string str2);
        public static extern string Concat(string str0, string str1, string str2, string str3);
        public static extern string Concat(params string[] values);
    }
}

namespace System.Collections
{
    public interface IEnumerable { IEnumerator GetEnumerator(); }

    public interface IEnumerator
    {
        object Current { get; }
        bool MoveNext();
        void Reset();
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class ExtensionAttribute : Attribute { public extern ExtensionAttribute(); }

    public sealed class IndexerNameAttribute : Attribute { public extern IndexerNameAttribute(string indexerName); }

    public static class RuntimeHelpers
    {
        public static extern void InitializeArray(Array array, RuntimeFieldHandle fldHandle);
    }
}
