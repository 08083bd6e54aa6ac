using System;

[assembly: System.Reflection.AssemblyVersion("3.0.80.0")]

namespace nanoFramework.TestFramework
{
    public class TestClassAttribute : Attribute { public extern TestClassAttribute(); }

    public class TestMethodAttribute : Attribute { public extern TestMethodAttribute(); }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class DataRowAttribute : Attribute
    {
        public extern DataRowAttribute(params object[] methodParameters);
    }

    public sealed partial class Assert
    {
        internal extern Assert();
        public static extern void IsTrue(bool condition, string message = "");
        public static extern void IsFalse(bool condition, string message = "");
        public static extern void AreEqual(int expected, int actual, string message = "");
        public static extern void AreEqual(uint expected, uint actual, string message = "");
        public static extern void AreEqual(long expected, long actual, string message = "");
        public static extern void AreEqual(ulong expected, ulong actual, string message = "");
        public static extern void AreEqual(string expected, string actual, string message = "");
    }

    public static class OutputHelper { public static extern void WriteLine(string message); }
}
