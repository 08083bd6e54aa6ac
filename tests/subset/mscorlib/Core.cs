namespace System
{
    public class Object
    {
        public extern Object();
        public extern virtual string ToString();
        public extern virtual bool Equals(object obj);
        public extern virtual int GetHashCode();
        public static extern bool ReferenceEquals(object objA, object objB);
        public extern Type GetType();
    }

    public abstract class ValueType { protected extern ValueType(); }

    public abstract class Enum : ValueType { protected extern Enum(); public extern override string ToString(); }

    public struct Void { }

    public abstract class Type : Reflection.MemberInfo
    {
        protected extern Type();
        public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle);
    }

    public struct RuntimeTypeHandle { }

    public struct RuntimeMethodHandle { }

    public struct RuntimeFieldHandle { }

    public abstract class Delegate { protected extern Delegate(); }

    public abstract class MulticastDelegate : Delegate { protected extern MulticastDelegate(); }

    public interface IDisposable { void Dispose(); }

    public abstract class Array : Collections.IEnumerable
    {
        public extern Array();
        public extern int Length { get; }
        public static extern void Copy(Array sourceArray, Array destinationArray, int length);
        public static extern void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length);
        public static extern void Clear(Array array, int index, int length);
        public extern Collections.IEnumerator GetEnumerator();
    }

    public class Exception
    {
        public extern Exception();
        public extern Exception(string message);
        public extern Exception(string message, Exception innerException);
        public extern virtual string Message { get; }
    }

    public class SystemException : Exception
    {
        public extern SystemException();
        public extern SystemException(string message);
    }

    public class ArgumentException : SystemException
    {
        public extern ArgumentException();
        public extern ArgumentException(string message);
        public extern ArgumentException(string message, string paramName);
    }

    public class ArgumentNullException : ArgumentException
    {
        public extern ArgumentNullException();
        public extern ArgumentNullException(string paramName);
    }

    public class ArgumentOutOfRangeException : ArgumentException
    {
        public extern ArgumentOutOfRangeException();
        public extern ArgumentOutOfRangeException(string paramName);
    }

    public class InvalidOperationException : SystemException
    {
        public extern InvalidOperationException();
        public extern InvalidOperationException(string message);
    }

    public sealed partial class String
    {
        public static readonly string Empty;
        public extern String(char[] value);
        public extern String(char[] value, int startIndex, int length);
        public extern int Length { get; }
        [Runtime.CompilerServices.IndexerName("Chars")]
        public extern char this[int index] { get; }
        public extern override bool Equals(object obj);
        public static extern bool operator ==(string a, string b);
        public static extern bool operator !=(string a, string b);
        public extern override int GetHashCode();
        public extern override string ToString();
        public extern string Substring(int startIndex);
        public extern string Substring(int startIndex, int length);
        public extern int IndexOf(char value);
        public extern bool StartsWith(string value);
        public extern bool EndsWith(string value);
        public static extern bool IsNullOrEmpty(string value);
        public static extern string Concat(object arg0, object arg1);
        public static extern string Concat(object arg0, object arg1, object arg2);
        public static extern string Concat(params object[] args);
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

namespace System.Reflection
{
    public abstract class MemberInfo
    {
        protected extern MemberInfo();
        public abstract string Name { get; }
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IndexerNameAttribute : Attribute { public extern IndexerNameAttribute(string indexerName); }

    public static class RuntimeHelpers
    {
        public static extern void InitializeArray(Array array, RuntimeFieldHandle fldHandle);
    }
}

namespace System.Threading
{
    public static class Monitor
    {
        public static extern void Enter(object obj);
        public static extern void Exit(object obj);
    }
}
